using Clinic.Abstractions;
using Clinic.EmergencyBilling.InMemory;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers bills, invoices and what takes them back.</summary>
internal static class StatementServices
{
    public static void AddStatements(this IServiceCollection services)
    {
        services.TryAddSingleton(p => new VisitCharges(p.Need<IStayInvoiceStore>(), p.Need<IStayStore>(), p.EmergencyOptions(), p.GetService<IOtherCharges>()));
        services.TryAddSingleton(p => new StayBilling(
            p.Need<IStatementStore>(), p.Need<IStayInvoiceStore>(), p.Need<ITariffSource>(), p.GetRequiredService<VisitCharges>(), p.EmergencyOptions(), p.Need<IIdGenerator>()));
        services.TryAddSingleton(p => new StatementDesk(p.GetRequiredService<StayDesk>(), p.GetRequiredService<StayBilling>()));
        services.TryAddSingleton(p => new StatementInquiries(
            p.Need<IStayStore>(), p.Need<IStatementStore>(), p.Need<IStayInvoiceStore>(), p.Need<ITariffStore>(), p.Need<ITariffSource>(), p.GetRequiredService<VisitCharges>(), p.Need<IClock>()));
        services.TryAddSingleton<IStayInvoiceIssuer>(p => new ManualStayInvoiceIssuer(p.Need<IUnitOfWork>(), p.Need<IStayInvoiceNumberStore>(), p.EmergencyOptions()));
        services.TryAddSingleton(p => new StayInvoicing(
            p.Need<IUnitOfWork>(), p.Need<IStayInvoiceStore>(), p.Need<IStayInvoiceIssuer>(), p.EmergencyOptions(), p.Need<IClock>(), p.Need<IIdGenerator>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IClinicJob, StayInvoiceJob>());
    }

    public static void AddInMemoryStatements(this IServiceCollection services)
    {
        services.TryAddSingleton<InMemoryStatementStore>();
        services.TryAddSingleton<IStatementStore>(p => p.GetRequiredService<InMemoryStatementStore>());
        services.TryAddSingleton<InMemoryStayInvoiceStore>();
        services.TryAddSingleton<IStayInvoiceStore>(p => p.GetRequiredService<InMemoryStayInvoiceStore>());
        services.TryAddSingleton<IStayInvoiceNumberStore>(p => p.GetRequiredService<InMemoryStayInvoiceStore>());
    }
}
