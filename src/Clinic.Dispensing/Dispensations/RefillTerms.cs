namespace Clinic.Dispensing.Dispensations;

/// <summary>How often a dispensation may be repeated, and which repetition it is.</summary>
/// <param name="Allowed">Repetitions allowed after the first; 0 to 24. Of a refill, those of the first.</param>
/// <param name="Of">The first dispensation; null when this is the first.</param>
/// <param name="Number">0 for the first, then 1, 2, …</param>
public sealed record RefillTerms(int Allowed, DispensationId? Of = null, int Number = 0)
{
    /// <summary>The most repetitions that can be allowed.</summary>
    public const int Most = 24;

    /// <summary>Once and never again.</summary>
    public static RefillTerms Once { get; } = new(0);
}
