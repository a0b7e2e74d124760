using Clinic.Abstractions;
using Clinic.Pharmacy.Counting;
using Clinic.Pharmacy.CountSessions;
using Clinic.Pharmacy.Lots;
using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Presentations;
using Clinic.Pharmacy.Stock;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Switches on counting sessions.</summary>
public static class CountSessionsPharmacy
{
    /// <summary>Full and cycle counts by a frozen list: blind, recounted, reviewed, approved.</summary>
    /// <remarks>Needs an <see cref="ICredentialVerifier"/>, because two people count controlled medicines. Calling twice is safe.</remarks>
    public static PharmacyBuilder WithCountSessions(this PharmacyBuilder builder, Action<CountSessionOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.With("pharmacy-counts");
        var services = builder.Services;
        services.AddOptionsWithValidateOnStart<CountSessionOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CountSessionOptions>, CountSessionOptionsValidator>());
        if (configure is not null) services.Configure(configure);
        services.TryAddSingleton(p => new CountList(
            Get<IStockStore>(p), Get<ICountStore>(p), Get<IPresentationStore>(p), Get<IMedicationStore>(p), Options(p)));
        services.TryAddSingleton(p => new SessionCounting(
            Get<IUnitOfWork>(p), Get<StockDesk>(p), Get<ICountSessionStore>(p), Get<CountList>(p), Get<StockCounting>(p), Get<ILotStore>(p),
            Get<IPersonDirectory>(p), Get<ICredentialVerifier>(p), Options(p), Get<IIdGenerator>(p)));
        services.TryAddSingleton(p => new CountInquiries(
            Get<ICountSessionStore>(p), Get<CountList>(p), Get<IPresentationStore>(p), Get<ISiteDirectory>(p), Options(p), Get<IClock>(p)));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IClinicJob, CountDueJob>(p => new CountDueJob(
            Get<IUnitOfWork>(p), Get<IMedicationStore>(p), Get<IPresentationStore>(p), Get<IStockStore>(p), Get<ICountStore>(p), Get<ISiteDirectory>(p),
            Options(p), Get<IClock>(p))));
        return builder;
    }

    private static CountSessionOptions Options(IServiceProvider p) => p.GetRequiredService<IOptions<CountSessionOptions>>().Value;

    private static T Get<T>(IServiceProvider p)
        where T : notnull => ClinicPharmacyServices.Get<T>(p);
}
