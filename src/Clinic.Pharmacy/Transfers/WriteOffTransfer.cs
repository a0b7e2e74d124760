using System.Text.Json.Serialization;

namespace Clinic.Pharmacy.Transfers;

/// <summary>Writes off what never arrived of a transfer.</summary>
/// <param name="Transfer">The transfer.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
public sealed record WriteOffTransfer(TransferId Transfer, string Reason) : PharmacyCommand<ArrivalAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.write-off-transfer";

    /// <summary>The record on whose behalf it is written off; what belongs to one is written off only so. Never part of a request.</summary>
    [JsonIgnore]
    public string? OnBehalfOf { get; init; }
}
