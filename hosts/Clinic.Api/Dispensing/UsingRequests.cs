using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Returning;
using Clinic.Dispensing.Usage;
using Clinic.Dispensing.Wasting;

namespace Clinic.Api.Dispensing;

/// <summary>Reports a dose.</summary>
/// <param name="Dose">The dose.</param>
/// <param name="Version">The version that was read, or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record DoseRequest(DoseData Dose, long? Version = null)
{
    /// <summary>The version only.</summary>
    public override string ToString() => $"version {Version}";
}

/// <summary>Takes a dose back.</summary>
/// <param name="Reason">Why; 1 to 200 characters.</param>
/// <param name="Replacement">What is right; missing when there was no dose.</param>
/// <param name="Version">The version that was read, or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record CorrectDoseRequest(string Reason, DoseData? Replacement = null, long? Version = null)
{
    /// <summary>The version only.</summary>
    public override string ToString() => $"version {Version}";
}

/// <summary>Confirms that all was given.</summary>
/// <param name="Lines">The lines' numbers; missing for every line that allows it.</param>
/// <param name="Area">Where it was given; missing means where the dispensation is for.</param>
/// <param name="Version">The version that was read, or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record AllUsedRequest(IReadOnlyList<int>? Lines = null, CareArea? Area = null, long? Version = null);

/// <summary>The ward says what comes back.</summary>
/// <param name="Line">The line's number.</param>
/// <param name="Quantity">How much, in whole stock units.</param>
/// <param name="Condition">In which condition.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
/// <param name="Lot">The lot; missing where the line came from one lot only.</param>
/// <param name="Version">The version that was read, or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record DeclareReturnRequest(int Line, Quantity Quantity, ReturnCondition Condition, string Reason, LotId? Lot = null, long? Version = null)
{
    internal DeclareReturn ToCommand(DispensationId dispensation, long? version) => new()
    {
        Dispensation = dispensation,
        Version = version,
        Line = Line,
        Lot = Lot,
        Quantity = Quantity,
        Condition = Condition,
        Reason = Reason,
    };

    /// <summary>The line only.</summary>
    public override string ToString() => $"line {Line}";
}

/// <summary>The pharmacy counts what came back.</summary>
/// <param name="Counted">What was counted; zero when nothing came.</param>
/// <param name="To">Where it is put; missing only when nothing came.</param>
/// <param name="Version">The version that was read, or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record CountReturnRequest(Quantity Counted, LocationId? To = null, long? Version = null);

/// <summary>Discards a remainder.</summary>
/// <param name="Waste">What is discarded.</param>
/// <param name="Witness">The witness's proof; missing where none is needed or none was there.</param>
/// <param name="WitnessMissing">Why there was no witness though one is needed; raises a ticket.</param>
/// <param name="Device">The station; missing means the caller's address.</param>
/// <param name="Version">The version that was read, or send it as If-Match; missing to act on whatever is stored.</param>
public sealed record RemainderRequest(WasteData Waste, ProofRequest? Witness = null, string? WitnessMissing = null, string? Device = null, long? Version = null)
{
    internal RecordWaste ToCommand(DispensationId dispensation, long? version, string device) => new()
    {
        Dispensation = dispensation,
        Version = version,
        Waste = Waste,
        Witness = Witness?.ToProof(),
        WitnessMissing = WitnessMissing,
        Device = device,
    };

    /// <summary>The version only.</summary>
    public override string ToString() => $"version {Version}";
}
