using Clinic.Abstractions;

namespace Clinic.EmergencyBilling.Statements.Printing;

/// <summary>The names on a printed bill, looked up when it is printed; personal.</summary>
/// <param name="Site">The site.</param>
/// <param name="Patient">The patient; null prints the id only.</param>
/// <param name="People">Who acted, by id; whoever is missing is printed by id.</param>
public sealed record BillNames(string Site, string? Patient, IReadOnlyDictionary<PersonId, string> People)
{
    /// <summary>The site only; the patient is private.</summary>
    public override string ToString() => Site;

    internal string Of(PersonId person) => People.TryGetValue(person, out var name) ? name : person.ToString();
}
