using Clinic.Abstractions;
using Clinic.Dispensing;
using Clinic.Dispensing.Billing;
using Clinic.Dispensing.Checklists;
using Clinic.Dispensing.Clock;
using Clinic.Dispensing.Closing;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.HandOvers;
using Clinic.Dispensing.Inquiries;
using Clinic.Dispensing.Patterns;
using Clinic.Dispensing.Preparing;
using Clinic.Dispensing.Products;
using Clinic.Dispensing.Requesting;
using Clinic.Dispensing.Returning;
using Clinic.Dispensing.Stock;
using Clinic.Dispensing.Tickets;
using Clinic.Dispensing.Usage;
using Clinic.Dispensing.Wasting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds dispensing to an app.</summary>
public static class ClinicDispensingServices
{
    /// <summary>Adds the workflows of dispensing; choose its storage and its stock on the builder that comes back.</summary>
    /// <remarks>Needs people, sites, patients and a check of PINs and badges. Calling twice is safe. Singletons: workflows keep no state.</remarks>
    public static DispensingBuilder AddClinicDispensing(this IServiceCollection services, Action<DispensingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptionsWithValidateOnStart<DispensingOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DispensingOptions>, DispensingOptionsValidator>());
        if (configure is not null) services.Configure(configure);

        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton<IIdGenerator, UuidV7Generator>();
        services.TryAddSingleton(p => new DispensingDesk(
            Get<IUnitOfWork>(p), Get<IDispensationStore>(p), Get<IPersonDirectory>(p), Get<ISiteDirectory>(p), Get<ICredentialVerifier>(p), Options(p), Get<IIdGenerator>(p)));
        services.TryAddSingleton(p => new RequestCheck(
            Get<ISiteDirectory>(p), Get<IPatientDirectory>(p), Get<IProductCatalogue>(p), Get<IChecklistStore>(p), Get<IDispensationStore>(p), Options(p)));
        services.TryAddSingleton(p => new DispensationRequests(
            Get<DispensingDesk>(p), Get<RequestCheck>(p), Get<IDispensationStore>(p), Get<IPersonDirectory>(p), Get<IStockIssuer>(p)));
        services.TryAddSingleton(p => new DispensationPreparing(Get<DispensingDesk>(p), Get<IProductCatalogue>(p), Get<IStockIssuer>(p)));
        services.TryAddSingleton(p => new HandingOver(Get<DispensingDesk>(p), Get<IStockIssuer>(p), () => Get<Attachments>(p), p.GetService<IPackSupplier>()));
        services.TryAddSingleton(p => new DoseLog(Get<DispensingDesk>(p), Get<IDoseStore>(p)));
        services.TryAddSingleton(p => new WardReturns(Get<DispensingDesk>(p), Get<IStockIssuer>(p)));
        services.TryAddSingleton(p => new RemainderWaste(Get<DispensingDesk>(p), Get<IWasteStore>(p)));
        services.TryAddSingleton(p => new BookClosing(Get<DispensingDesk>(p), Get<IStockIssuer>(p)));
        services.TryAddSingleton(p => new TicketDesk(Get<DispensingDesk>(p), Get<DoseLog>(p), Get<RemainderWaste>(p), () => Get<Attachments>(p)));
        services.TryAddSingleton(p => new ChecklistBook(Get<DispensingDesk>(p), Get<IChecklistStore>(p), Get<IProductCatalogue>(p)));
        services.TryAddSingleton(p => new Deadlines(Get<DispensingDesk>(p), Get<IStockIssuer>(p)));
        services.TryAddSingleton(p => new AttachmentViewing(Get<DispensingDesk>(p), () => Get<Attachments>(p)));
        services.TryAddSingleton(p => new DispensationInquiries(
            Get<IDispensationStore>(p), Get<IDoseStore>(p), Get<IWasteStore>(p), Get<ITicketStore>(p), Get<IPersonDirectory>(p), Options(p)));
        services.TryAddSingleton(p => new BillingMatching(Get<DispensingDesk>(p), Get<IDispensationStore>(p), Get<IProductCatalogue>(p), p.GetService<IBilledLines>()));
        services.AddOptionsWithValidateOnStart<LossPatternOptions, LossPatternOptionsValidator>();
        services.TryAddSingleton(ShiftPlan.Default);
        services.TryAddSingleton(p => new LossReviews(
            Get<DispensingDesk>(p), Get<ISiteDirectory>(p), Get<ILossRowStore>(p), p.GetService<IWorkedHours>(), Get<ShiftPlan>(p),
            p.GetRequiredService<IOptions<LossPatternOptions>>().Value));
        services.AddSpokenCommands();
        services.TryAddEnumerable(
        [
            ServiceDescriptor.Singleton<IClinicJob, LapsedRequestJob>(),
            ServiceDescriptor.Singleton<IClinicJob, HoldExpiryJob>(),
            ServiceDescriptor.Singleton<IClinicJob, LateAuthorisationJob>(),
            ServiceDescriptor.Singleton<IClinicJob, OverdueUseJob>(),
            ServiceDescriptor.Singleton<IClinicJob, UnconfirmedReceiptJob>(),
            ServiceDescriptor.Singleton<IClinicJob, TicketEscalationJob>(),
        ]);
        return new DispensingBuilder(services);
    }

    private static DispensingOptions Options(IServiceProvider provider) => provider.GetRequiredService<IOptions<DispensingOptions>>().Value;

    private static T Get<T>(IServiceProvider provider)
        where T : notnull =>
        provider.GetService<T>() ?? throw new InvalidOperationException(
            $"Dispensing needs {typeof(T).Name} and nobody registered it; choose a storage such as UseInMemory() or UseTurso(), and a stock such as UsePharmacyStock().");
}
