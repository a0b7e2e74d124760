using Clinic.Pharmacy.Sales.Invoices;
using Clinic.Pharmacy.Sales.Shifts;

namespace Clinic.Pharmacy.Sales;

/// <summary>The stores that a sale writes to together.</summary>
internal sealed record SaleStores(ISaleStore Sales, IShiftStore Shifts, IInvoiceStore Invoices);
