namespace Clinic.Pharmacy.Stock;

/// <summary>Stock that belongs to a record of another domain, such as a dispensation, moves only with that record.</summary>
/// <remarks>Owners and documents of the form <c>word/uuid</c> name such a record; any other text is the pharmacy's own.</remarks>
public static class OwnedElsewhere
{
    /// <summary>Whether an owner or document names a record of another domain.</summary>
    public static bool Is(string? owner)
    {
        if (owner is null) return false;
        var slash = owner.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && owner[..slash].All(c => char.IsLetter(c) || c == '-') && Guid.TryParse(owner.AsSpan(slash + 1), out _);
    }

    /// <summary>Notes a failure when the owner is such a record and the command does not come from it.</summary>
    internal static void Check(Failures failures, string? owner, string? onBehalfOf) =>
        failures.Require(!Is(owner) || string.Equals(owner, onBehalfOf, StringComparison.Ordinal), PharmacyRules.OwnedElsewhere, ("owner", owner));
}
