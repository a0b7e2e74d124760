using Clinic.Bridges.EmergencyBilling;
using Clinic.EmergencyBilling.Spoken;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Joins emergency billing to the patients of the clinic.</summary>
public static class EmergencyBridge
{
    /// <summary>Understands sentences about the clock by the names and documents of the patient directory.</summary>
    /// <remarks>Needs a storage with patients and stays. Calling twice is safe.</remarks>
    public static EmergencyBillingBuilder UsePatientNames(this EmergencyBillingBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<IStayLookup, EmergencyStayLookup>();
        return builder;
    }
}
