using Clinic.Abstractions;

namespace Clinic.Pharmacy.Prices;

/// <summary>Loads and stages tax groups, of which a clinic has a handful.</summary>
public interface ITaxGroupStore
{
    /// <summary>The group of a code, compared exactly, or null.</summary>
    Task<TaxGroup?> FindByCodeAsync(TenantId tenant, string code, CancellationToken cancellationToken);

    /// <summary>All groups by code.</summary>
    Task<IReadOnlyList<TaxGroup>> ListAsync(TenantId tenant, CancellationToken cancellationToken);

    /// <summary>Stages a new or changed group; conflicts unless the version before is stored and the code is free.</summary>
    void Save(IUnit unit, TaxGroup group);
}
