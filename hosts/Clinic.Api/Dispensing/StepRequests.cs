namespace Clinic.Api.Dispensing;

/// <summary>A step that needs nothing but to be taken.</summary>
/// <param name="Version">The version that was read, or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record StepRequest(long? Version = null);

/// <summary>A step with its reason.</summary>
/// <param name="Reason">Why; 1 to 200 characters.</param>
/// <param name="Version">The version that was read, or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record ReasonedStepRequest(string Reason, long? Version = null)
{
    /// <summary>The version only; reasons may be private.</summary>
    public override string ToString() => $"version {Version}";
}
