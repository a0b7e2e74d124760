using Clinic.Abstractions;
using Clinic.Pharmacy.Issuing;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Prices;
using Clinic.Pharmacy.Reservations;
using Clinic.Pharmacy.Returning;
using Clinic.Pharmacy.Reversing;
using Clinic.Pharmacy.Sales;
using Clinic.Pharmacy.Sales.Invoices;
using Clinic.Pharmacy.Sales.Printing;
using Clinic.Pharmacy.Sales.Shifts;
using Clinic.Pharmacy.Stock;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Switches on the sale to patients.</summary>
public static class SalesPharmacy
{
    /// <summary>Baskets, payments, invoices, receipts, returns and cashier shifts; switches prices on too.</summary>
    /// <remarks>
    /// Calling twice is safe. Register an <see cref="IInvoiceIssuer"/> before to have invoices issued elsewhere; otherwise the clinic numbers
    /// them itself.
    /// </remarks>
    public static PharmacyBuilder WithSales(this PharmacyBuilder builder, Action<SalesOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.WithPrices().With("pharmacy-sales").Services;
        services.AddOptionsWithValidateOnStart<SalesOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SalesOptions>, SalesOptionsValidator>());
        if (configure is not null) services.Configure(configure);

        services.TryAddSingleton(p => new SaleDesk(Get<StockDesk>(p), Get<ISaleStore>(p), Get<IMedicationStore>(p), Options(p)));
        services.TryAddSingleton(p => new SalePricing(Get<PriceInquiries>(p), Get<IStockStore>(p), Options(p)));
        services.TryAddSingleton(p => new BasketReservations(Get<StockReservations>(p), Get<IReservationStore>(p), Options(p)));
        services.TryAddSingleton(p => new SaleStores(Get<ISaleStore>(p), Get<IShiftStore>(p), Get<IInvoiceStore>(p)));
        services.TryAddSingleton(p => new InvoiceDesk(Get<ISaleStore>(p), Get<IInvoiceStore>(p), Get<ISiteDirectory>(p)));
        services.TryAddSingleton<IInvoiceIssuer>(p => new ManualInvoiceIssuer(Get<IUnitOfWork>(p), Get<IInvoiceNumberStore>(p), Options(p), Get<IClock>(p)));

        services.TryAddSingleton<CashierShifts>();
        services.TryAddSingleton(p => new SaleQuotes(Get<SaleDesk>(p), Get<SalePricing>(p), Get<IClock>(p)));
        services.TryAddSingleton(p => new SaleBaskets(
            Get<IUnitOfWork>(p), Get<SaleDesk>(p), Get<SalePricing>(p), Get<BasketReservations>(p), Get<ISaleStore>(p), Get<IIdGenerator>(p)));
        services.TryAddSingleton(p => new SaleCheckout(
            Get<IUnitOfWork>(p), Get<SaleDesk>(p), Get<SalePricing>(p), Get<BasketReservations>(p), Get<StockIssuing>(p), Get<CashierShifts>(p), Get<SaleStores>(p),
            Get<IPresentationStore>(p), Get<IIdGenerator>(p)));
        services.TryAddSingleton(p => new SaleTakebacks(
            Get<IUnitOfWork>(p), Get<SaleDesk>(p), Get<BasketReservations>(p), Get<StockReversing>(p), Get<StockReturning>(p), Get<CashierShifts>(p),
            Get<SaleStores>(p), Get<IPresentationStore>(p), Get<IIdGenerator>(p)));
        services.TryAddSingleton(p => new Invoicing(
            Get<IUnitOfWork>(p), Get<IInvoiceStore>(p), Get<InvoiceDesk>(p), Get<IInvoiceIssuer>(p), Options(p), Get<IClock>(p), Get<IIdGenerator>(p)));
        services.TryAddSingleton(p => new SaleReceipts(
            Get<IUnitOfWork>(p), Get<ISaleStore>(p), Get<IInvoiceStore>(p), Get<IShiftStore>(p), Get<ISiteDirectory>(p), Get<IPersonDirectory>(p), Options(p)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IClinicJob, InvoiceJob>());
        return builder;
    }

    private static SalesOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<SalesOptions>>().Value;

    private static T Get<T>(IServiceProvider provider)
        where T : notnull => provider.GetRequiredService<T>();
}
