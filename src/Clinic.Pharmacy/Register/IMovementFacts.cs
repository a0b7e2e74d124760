using Clinic.Abstractions;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Register;

/// <summary>Answers who witnessed movements and by which prescription; several answerers may know different movements.</summary>
public interface IMovementFacts
{
    /// <summary>What is known; movements of which nothing is known are missing.</summary>
    Task<IReadOnlyDictionary<MovementId, MovementFacts>> FindAsync(
        TenantId tenant, IReadOnlyList<StockMovement> movements, CancellationToken cancellationToken);
}
