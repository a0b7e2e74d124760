using Clinic.Abstractions;

namespace Clinic.Dispensing.Spoken;

/// <summary>A person of the clinic who may be meant.</summary>
/// <param name="Id">The id.</param>
/// <param name="Name">The full name.</param>
/// <param name="OtherNames">Other ways to be named in full, such as the sign-in name; null for none.</param>
public sealed record SpokenPerson(PersonId Id, string Name, IReadOnlyList<string>? OtherNames = null)
{
    /// <summary>The id only.</summary>
    public override string ToString() => Id.ToString();
}
