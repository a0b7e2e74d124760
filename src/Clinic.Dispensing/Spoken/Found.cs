namespace Clinic.Dispensing.Spoken;

/// <summary>What looking up a name gave: exactly one, or a doubt.</summary>
/// <param name="One">The one that is meant.</param>
/// <param name="Doubt">Why it is not certain; null when it is.</param>
/// <param name="IsUnknown">Whether nothing has that name.</param>
internal sealed record Found<T>(T? One, SpokenDoubt? Doubt = null, bool IsUnknown = false)
{
    public Found<TOther> As<TOther>(Func<T, TOther> part) => new(Doubt is null ? part(One!) : default, Doubt, IsUnknown);
}
