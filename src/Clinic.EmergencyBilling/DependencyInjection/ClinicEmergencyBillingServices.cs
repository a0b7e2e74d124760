using Clinic.Abstractions;
using Clinic.EmergencyBilling;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers emergency billing: tariffs, stays, statements, alerts, reports, spoken commands.</summary>
public static class ClinicEmergencyBillingServices
{
    /// <summary>Adds the workflows; follow with <c>UseInMemory()</c> or <c>UseTurso()</c>.</summary>
    /// <remarks>Workflows hold no state, so each is a singleton. Calling twice is safe.</remarks>
    public static EmergencyBillingBuilder AddClinicEmergencyBilling(this IServiceCollection services, Action<EmergencyBillingOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptionsWithValidateOnStart<EmergencyBillingOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<EmergencyBillingOptions>, EmergencyBillingOptionsValidator>());
        if (configure is not null) services.Configure(configure);
        services.TryAddSingleton<IClock>(SystemClock.Instance);
        services.TryAddSingleton<IIdGenerator, UuidV7Generator>();
        services.AddTariffs();
        services.AddStays();
        services.AddSpokenStays();
        services.AddStatements();
        services.AddStayAlerts();
        services.AddStayReports();
        return new EmergencyBillingBuilder(services);
    }
}
