using Clinic.Pharmacy.Register;

namespace Clinic.Pharmacy.Reports.Csv;

/// <summary>The table of each report; quantities in base units, times in the zone of the site, values exact.</summary>
public static class ReportTables
{
    /// <summary>The valued kardex.</summary>
    public static ReportTable<KardexRow> Kardex { get; } = new(
        new("occurred", "ocurrió", (r, _, zone) => r.Occurred.InZone(zone).LocalDateTime),
        new("movement", "movimiento", (r, l, _) => r.Kind is { } kind ? RegisterWords.Of(kind, r.IsReversal, l == "es") : l == "es" ? "Saldo anterior" : "Brought forward"),
        new("lot", "lote", (r, _, _) => r.LotNumber?.Text),
        new("document", "documento", (r, _, _) => r.Document),
        new("reason", "motivo", (r, _, _) => r.Reason),
        new("in", "entra", (r, _, _) => r.In.Value),
        new("out", "sale", (r, _, _) => r.Out.Value),
        new("balance", "saldo", (r, _, _) => r.Balance.Value),
        new("unit_cost", "costo_unitario", (r, _, _) => r.UnitCost?.Amount),
        new("value", "valor", (r, _, _) => r.Value.Amount),
        new("balance_value", "valor_saldo", (r, _, _) => r.BalanceValue.Amount),
        new("currency", "moneda", (r, _, _) => r.Value.Currency.Code),
        new("id", "id", (r, _, _) => r.Movement?.ToString()));

    /// <summary>Stock value by lot and place.</summary>
    public static ReportTable<StockValueRow> StockValue { get; } = new(
        new("code", "código", (r, _, _) => r.Product.Code),
        new("product", "producto", (r, _, _) => r.Product.Name),
        new("lot", "lote", (r, _, _) => r.Number.Text),
        new("expiration", "vencimiento", (r, _, _) => r.Expiration?.Date),
        new("location", "ubicación", (r, _, _) => r.LocationName),
        new("department", "departamento", (r, _, _) => r.DepartmentName),
        new("quantity", "cantidad", (r, _, _) => r.Quantity.Value),
        new("unit", "unidad", (r, _, _) => r.Product.Unit.Code),
        new("unit_cost", "costo_unitario", (r, _, _) => r.UnitCost.Amount),
        new("value", "valor", (r, _, _) => r.Value.Amount),
        new("currency", "moneda", (r, _, _) => r.Value.Currency.Code));

    /// <summary>Cost of goods by product and department.</summary>
    public static ReportTable<CostOfGoodsRow> CostOfGoods { get; } = new(
        new("code", "código", (r, _, _) => r.Product.Code),
        new("product", "producto", (r, _, _) => r.Product.Name),
        new("department", "departamento", (r, _, _) => r.DepartmentName ?? r.Department?.ToString()),
        new("issued", "entregado", (r, _, _) => r.Issued.Value),
        new("returned", "devuelto", (r, _, _) => r.Returned.Value),
        new("used", "consumido", (r, _, _) => r.Used.Value),
        new("unit", "unidad", (r, _, _) => r.Product.Unit.Code),
        new("cost", "costo", (r, _, _) => r.Cost.Amount),
        new("currency", "moneda", (r, _, _) => r.Cost.Currency.Code));

    /// <summary>Margins.</summary>
    public static ReportTable<MarginRow> Margins { get; } = new(
        new("month", "mes", (r, _, _) => r.Month?.ToString("uuuu-MM", System.Globalization.CultureInfo.InvariantCulture)),
        new("code", "código", (r, _, _) => r.Product?.Code),
        new("product", "producto", (r, _, _) => r.Product?.Name),
        new("segment", "segmento", (r, l, _) => r.Segment is { } s ? ReportWords.Of(s, l) : null),
        new("department", "departamento", (r, _, _) => r.DepartmentName ?? r.Department?.ToString()),
        new("quantity", "cantidad", (r, _, _) => r.Quantity?.Value),
        new("net", "neto", (r, _, _) => r.Net.Amount),
        new("cost", "costo", (r, _, _) => r.Cost.Amount),
        new("profit", "utilidad", (r, _, _) => r.Profit.Amount),
        new("margin_on_price_percent", "margen_sobre_precio_porcentaje", (r, _, _) => ReportWords.Rounded(r.MarginOnPricePercent)),
        new("markup_on_cost_percent", "recargo_sobre_costo_porcentaje", (r, _, _) => ReportWords.Rounded(r.MarkupOnCostPercent)),
        new("currency", "moneda", (r, _, _) => r.Net.Currency.Code));

    /// <summary>Invoices and credit notes.</summary>
    public static ReportTable<InvoiceSum> Invoices { get; } = new(
        new("segment", "segmento", (r, l, _) => ReportWords.Of(r.Segment, l)),
        new("kind", "tipo", (r, l, _) => ReportWords.Of(r.Kind, l)),
        new("status", "estado", (r, l, _) => ReportWords.Of(r.Status, l)),
        new("count", "número", (r, _, _) => r.Count),
        new("total", "total", (r, _, _) => r.Total.Amount),
        new("currency", "moneda", (r, _, _) => r.Total.Currency.Code));

    /// <summary>Differences of sales with ledger and documents.</summary>
    public static ReportTable<SaleDifference> Reconciliation { get; } = new(
        new("sale", "venta", (r, _, _) => r.Sale.ToString()),
        new("difference", "diferencia", (r, l, _) => ReportWords.Of(r.Kind, l)),
        new("lot", "lote", (r, _, _) => r.Lot?.ToString()),
        new("expected", "esperado", (r, _, _) => r.Expected),
        new("found", "encontrado", (r, _, _) => r.Found));

    /// <summary>Key figures.</summary>
    public static ReportTable<KpiReport> Kpis { get; } = new(
        new("currency", "moneda", (r, _, _) => r.Currency.Code),
        new("days", "días", (r, _, _) => r.Days),
        new("turnover", "rotación", (r, _, _) => ReportWords.Rounded(r.Turnover)),
        new("days_of_stock", "días_de_existencias", (r, _, _) => ReportWords.Rounded(r.DaysOfStock)),
        new("fill_rate", "nivel_de_servicio", (r, _, _) => ReportWords.Rounded(r.FillRate)),
        new("waste_rate", "tasa_de_baja", (r, _, _) => ReportWords.Rounded(r.WasteRate)),
        new("discrepancy_rate", "tasa_de_diferencias", (r, _, _) => ReportWords.Rounded(r.DiscrepancyRate)),
        new("opening", "valor_inicial", (r, _, _) => r.Flows?.Opening.Amount),
        new("received", "recibido", (r, _, _) => r.Flows?.Received.Amount),
        new("used", "consumido", (r, _, _) => r.Flows?.Used.Amount),
        new("wasted", "dado_de_baja", (r, _, _) => r.Flows?.Wasted.Amount),
        new("sent_back", "devuelto_al_proveedor", (r, _, _) => r.Flows?.SentBack.Amount),
        new("corrected", "corregido", (r, _, _) => r.Flows?.Corrected.Amount),
        new("moved", "trasladado", (r, _, _) => r.Flows?.Moved.Amount),
        new("closing", "valor_final", (r, _, _) => r.Flows?.Closing.Amount));

    /// <summary>Suggested purchases.</summary>
    public static ReportTable<PurchaseSuggestion> SuggestedPurchases { get; } = new(
        new("code", "código", (r, _, _) => r.Product.Code),
        new("product", "producto", (r, _, _) => r.Product.Name),
        new("on_hand", "existencias", (r, _, _) => r.OnHand.Value),
        new("unit", "unidad", (r, _, _) => r.Product.Unit.Code),
        new("used", "consumido", (r, _, _) => r.Consumption.Used),
        new("days_out_of_stock", "días_sin_existencias", (r, _, _) => r.Consumption.DaysOut),
        new("per_day", "por_día", (r, _, _) => ReportWords.Rounded(r.Consumption.PerDay)),
        new("days_left", "días_restantes", (r, _, _) => ReportWords.Rounded(r.DaysLeft)),
        new("suggested", "sugerido", (r, _, _) => r.Suggested.Value));
}
