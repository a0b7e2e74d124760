using Clinic.Pharmacy.Packs;
using Microsoft.Extensions.DependencyInjection;

/// <summary>How an app switches the verification of serialised packs on.</summary>
internal static class Packs
{
    public static void Add(IServiceCollection services, IPackRegistry registry)
    {
        services.AddSingleton<IPackRegistry>(registry);
        services.AddClinicPharmacy().WithPackVerification();
        services.AddClinicDispensing().UsePharmacyStock().UsePackVerification();
    }
}
