using System.Text.Json.Serialization;
using Clinic.Pharmacy.Rights;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Reversing;

/// <summary>Takes a posting back that was a mistake, as if it had never happened.</summary>
/// <remarks>The reversing entries occur when the original did; as known before, the mistake still shows.</remarks>
/// <param name="Posting">The posting.</param>
/// <param name="Reason">Why; 1 to 200 characters.</param>
public sealed record ReverseStock(PostingId Posting, string Reason) : PharmacyCommand<ReverseAnswer>
{
    /// <inheritdoc/>
    public override string Name => "pharmacy.reverse-stock";

    /// <summary>The owner on whose behalf another domain reverses it; stock of its records moves only so. Never part of a request.</summary>
    [JsonIgnore]
    public string? OnBehalfOf { get; init; }

    /// <summary>The right that is needed; another domain's own act where it hands out by its own rules.</summary>
    internal PharmacyAct Act { get; init; } = PharmacyAct.Reverse;
}
