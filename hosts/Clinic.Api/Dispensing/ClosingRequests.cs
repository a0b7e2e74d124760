namespace Clinic.Api.Dispensing;

/// <summary>Puts every difference under review.</summary>
/// <param name="Evidence">What is known so far; 1 to 1,000 characters.</param>
/// <param name="Version">The version that was read, or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record DiscrepancyRequest(string? Evidence = null, long? Version = null)
{
    /// <summary>The version only.</summary>
    public override string ToString() => $"version {Version}";
}
