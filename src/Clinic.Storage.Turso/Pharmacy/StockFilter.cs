using Clinic.Pharmacy.Stock;

namespace Clinic.Storage.Turso.Pharmacy;

/// <summary>The conditions of a stock query on the balances with the alias <c>b</c>.</summary>
internal static class StockFilter
{
    public static void Add(Filter filter, StockQuery query)
    {
        if (query.Presentation is { } presentation) filter.And("b.presentation_id =", presentation.Value);
        if (query.Lot is { } lot) filter.And("b.lot_id =", lot.Value);
        if (query.Location is { } location) filter.And("b.location_id =", location.Value);
        if (query.Site is { } site) filter.And("b.location_id IN (SELECT p.id FROM locations p WHERE p.tenant_id = ?1 AND p.site_id =", site.Value).Close();
    }
}
