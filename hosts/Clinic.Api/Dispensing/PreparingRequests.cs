using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Preparing;
using Clinic.Dispensing.Stock;
using NodaTime;

namespace Clinic.Api.Dispensing;

/// <summary>Keeps lots aside.</summary>
/// <param name="Lines">Lines that are prepared otherwise than asked; missing for all as asked.</param>
/// <param name="MayBePartial">Whether less than asked may be prepared.</param>
/// <param name="OverrideReason">Why lots that do not outlast the treatment are taken; missing refuses them.</param>
/// <param name="Version">The version that was read, or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record PrepareRequest(
    IReadOnlyList<PreparationLine>? Lines = null, bool MayBePartial = false, string? OverrideReason = null, long? Version = null);

/// <summary>Confirms one lot of a line.</summary>
/// <param name="Line">The line's number.</param>
/// <param name="Quantity">How much of the lot lies there, in base units.</param>
/// <param name="Scan">The scanned code; missing when confirmed by eye.</param>
/// <param name="Lot">The lot confirmed by eye; missing with a scan.</param>
/// <param name="Version">The version that was read, or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record ConfirmPartRequest(int Line, decimal Quantity, string? Scan = null, LotId? Lot = null, long? Version = null);

/// <summary>Puts another product, or other lots, in the place of a line.</summary>
/// <param name="Line">The line's number.</param>
/// <param name="Presentation">What takes its place; the same one to take other lots.</param>
/// <param name="Quantity">How much of it.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
/// <param name="Lots">The lots that a person chose; missing leaves the choice to the pharmacy.</param>
/// <param name="Authoriser">The authoriser's proof; needed when it becomes another medication.</param>
/// <param name="Device">The station; missing means the caller's address.</param>
/// <param name="Version">The version that was read, or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record SubstituteRequest(
    int Line, PresentationId Presentation, Quantity Quantity, string Reason, IReadOnlyList<LotChoice>? Lots = null, ProofRequest? Authoriser = null,
    string? Device = null, long? Version = null)
{
    internal SubstituteLine ToCommand(DispensationId dispensation, long? version, string device) => new()
    {
        Dispensation = dispensation,
        Version = version,
        Line = Line,
        Presentation = Presentation,
        Quantity = Quantity,
        Lots = Lots,
        Reason = Reason,
        Authoriser = Authoriser?.ToProof(),
        Device = device,
    };

    /// <summary>The line only.</summary>
    public override string ToString() => $"line {Line}";
}

/// <summary>Pauses a preparation.</summary>
/// <param name="Reason">Why; 1 to 200 characters.</param>
/// <param name="Until">When the hold ends; missing means the clinic's usual time.</param>
/// <param name="Version">The version that was read, or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record HoldRequest(string Reason, Instant? Until = null, long? Version = null);

/// <summary>Goes on with a paused preparation.</summary>
/// <param name="MayBePartial">Whether less than before may be prepared.</param>
/// <param name="OverrideReason">Why lots that do not outlast the treatment are taken; missing refuses them.</param>
/// <param name="Version">The version that was read, or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record ResumeRequest(bool MayBePartial = false, string? OverrideReason = null, long? Version = null);

/// <summary>Says that a preparation is ready.</summary>
/// <param name="Checker">The checker's proof, where the class of medicine demands one.</param>
/// <param name="Device">The station; missing means the caller's address.</param>
/// <param name="Version">The version that was read, or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record ReadyRequest(ProofRequest? Checker = null, string? Device = null, long? Version = null);
