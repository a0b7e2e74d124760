using Clinic.EmergencyBilling;
using Clinic.EmergencyBilling.Spoken;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NodaTime;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers the understanding of sentences about the clock.</summary>
public static class SpokenStayServices
{
    /// <summary>Sets the limits of spoken commands; the interpreter itself comes with <c>AddClinicEmergencyBilling()</c> and needs an <see cref="IStayLookup"/>.</summary>
    /// <remarks>Calling twice is safe.</remarks>
    public static EmergencyBillingBuilder WithSpoken(this EmergencyBillingBuilder builder, Action<SpokenStayOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure(configure);
        return builder;
    }

    internal static void AddSpokenStays(this IServiceCollection services)
    {
        services.AddOptionsWithValidateOnStart<SpokenStayOptions>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<SpokenStayOptions>, SpokenStayOptionsValidator>());
        // A singleton: it keeps no state.
        services.TryAddSingleton(p => new StayInterpreter(
            p.GetService<IStayLookup>() ?? throw new InvalidOperationException($"Spoken commands need {nameof(IStayLookup)} and nobody registered it; choose UsePatientNames()."),
            p.GetRequiredService<IClock>(), p.GetRequiredService<IOptions<EmergencyBillingOptions>>(), p.GetRequiredService<IOptions<SpokenStayOptions>>()));
    }
}
