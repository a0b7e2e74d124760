using System.Text.Json.Serialization;
using Clinic.Abstractions;

namespace Clinic.Dispensing.HandOvers;

/// <summary>Hands over one or several dispensations to one recipient, who authenticates once.</summary>
public sealed record HandOver : DispensingCommand<HandOverAnswer>
{
    /// <inheritdoc/>
    public override string Name => "dispensing.hand-over";

    /// <summary>1 to 50 dispensations of one target and pharmacy, each once.</summary>
    public required IReadOnlyList<HandOverItem> Items { get; init; }

    /// <summary>The recipient's proof; null where two people attest.</summary>
    public PersonProof? Recipient { get; init; }

    /// <summary>The attestation of two people; null where the recipient proves it.</summary>
    public Attestation? Attestation { get; init; }

    /// <summary>The second person's proof, where the class demands one.</summary>
    public PersonProof? SecondPerson { get; init; }

    /// <summary>The station, 1 to 100 characters.</summary>
    public required string Device { get; init; }

    /// <summary>A photo or drawn signature, kept sealed with its hash; null where there is none.</summary>
    [JsonIgnore]
    public AttachmentContent? Signature { get; init; }

    internal bool HasPacks => Items.Any(i => i.Packs is { Count: > 0 });

    /// <inheritdoc/>
    public override void Describe(IPayloadWriter payload)
    {
        base.Describe(payload);
        Signature?.Describe(payload);
    }
}
