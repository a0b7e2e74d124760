using Clinic.Abstractions;

namespace Clinic.Pharmacy.Sales;

/// <summary>Loads and stages sales; a line of a basket is read and written without the others.</summary>
public interface ISaleStore
{
    /// <summary>A sale with its lists in order, or null.</summary>
    Task<Sale?> FindAsync(TenantId tenant, SaleId sale, CancellationToken cancellationToken);

    /// <summary>The head of a sale with the line of a presentation or of a number, or null when there is no such sale.</summary>
    Task<Basket?> FindBasketAsync(TenantId tenant, SaleId sale, PresentationId? presentation, int? line, CancellationToken cancellationToken);

    /// <summary>Heads of sales last begun first, then by id downwards, paged.</summary>
    Task<Page<SaleHead>> ListAsync(TenantId tenant, SaleQuery query, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Stages a new basket.</summary>
    void Add(IUnit unit, Sale sale);

    /// <summary>Stages one line that was added, changed or removed, with the head after it; conflicts unless the version before is stored.</summary>
    void SaveLine(IUnit unit, SaleHead head, SaleLine line, bool isRemoved);

    /// <summary>Stages a changed sale; conflicts unless the version before is stored.</summary>
    /// <remarks>Lines keep their numbers; payments and returns are only ever added.</remarks>
    void Save(IUnit unit, Sale before, Sale after);
}
