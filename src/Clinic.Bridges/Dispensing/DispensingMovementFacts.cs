using Clinic.Abstractions;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Pharmacy.Register;
using Clinic.Pharmacy.Stock;

namespace Clinic.Bridges.Dispensing;

/// <summary>Tells the register who witnessed hand-overs and by which prescription, from the dispensations behind the ledger.</summary>
public sealed class DispensingMovementFacts(IDispensationStore dispensations) : IMovementFacts
{
    private const string Owner = "dispensation/";

    /// <inheritdoc/>
    public async Task<IReadOnlyDictionary<MovementId, MovementFacts>> FindAsync(
        TenantId tenant, IReadOnlyList<StockMovement> movements, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(movements);
        var known = new Dictionary<MovementId, MovementFacts>();
        foreach (var group in movements.Where(m => m.Document is not null).GroupBy(m => m.Document!, StringComparer.Ordinal))
        {
            if (!group.Key.StartsWith(Owner, StringComparison.Ordinal) || !DispensationId.TryParse(group.Key[Owner.Length..], out var id)) continue;
            if (await dispensations.FindAsync(tenant, id, cancellationToken).ConfigureAwait(false) is not { } dispensation) continue;
            var prescription = dispensation.ToSnapshot().Prescription;
            foreach (var movement in group)
            {
                var handOver = dispensation.HandOvers.FirstOrDefault(h => h.Parts.Any(p => p.Posting == movement.Posting.Value));
                known[movement.Id] = new(handOver is null ? [] : Witnesses(handOver), prescription);
            }
        }

        return known;
    }

    // Whoever received it is the recipient, not a witness.
    private static IReadOnlyList<PersonId> Witnesses(HandOverRecord handOver) =>
    [
        .. new[] { handOver.SecondPerson, handOver.Attestation?.First, handOver.Attestation?.Second }
            .OfType<AuthenticationRecord>()
            .Select(a => a.Person)
            .Where(p => p != handOver.Deliverer && p != handOver.Recipient)
            .Distinct(),
    ];
}
