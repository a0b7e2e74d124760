using Microsoft.Extensions.DependencyInjection;

/// <summary>Stays, the pharmacy and dispensing on one database: medicines of a visit stand on its bill.</summary>
internal static class Charges
{
    public static IServiceCollection AddStaysWithMedicines(this IServiceCollection services)
    {
        services.AddClinicPharmacy().WithPrices().UseTurso();
        services.AddClinicDispensing().UseTurso().UsePharmacyStock();
        services.AddClinicEmergencyBilling().UseTurso().UsePharmacyCharges(o => o.Insurers["IESS-EMERGENCIA"] = "IESS");
        return services;
    }
}
