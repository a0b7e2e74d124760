using Clinic.Abstractions;

namespace Clinic.Pharmacy.Recalls;

/// <summary>The fact that receipts rely on: no campaign was opened or closed since they looked.</summary>
public static class RecallFacts
{
    /// <summary>The watch of a clinic.</summary>
    public static FactKey Watch(TenantId tenant) => new("pharmacy.recall-watch", tenant.Value);
}
