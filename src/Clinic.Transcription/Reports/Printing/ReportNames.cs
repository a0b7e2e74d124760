using Clinic.Abstractions;
using NodaTime;

namespace Clinic.Transcription.Reports.Printing;

/// <summary>The names on a printed report, looked up when it is printed and kept nowhere; personal.</summary>
/// <param name="Site">The site.</param>
/// <param name="Zone">The zone of its clocks.</param>
/// <param name="Patient">The patient's name; null prints the id only.</param>
/// <param name="Document">The patient's document, or null.</param>
/// <param name="People">Who wrote and signed, by id; whoever is missing is printed by id.</param>
public sealed record ReportNames(string Site, DateTimeZone Zone, string? Patient, string? Document, IReadOnlyDictionary<PersonId, string> People)
{
    /// <summary>What document it is, such as <c>cedula</c>; null where the document says it.</summary>
    public string? DocumentKind { get; init; }

    /// <summary>The site only; the patient is private.</summary>
    public override string ToString() => Site;

    internal string Of(PersonId person) => People.TryGetValue(person, out var name) ? name : person.ToString();
}
