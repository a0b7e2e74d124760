namespace Clinic.Api.EmergencyBilling;

/// <summary>The routes of emergency billing, one file per part.</summary>
public static class EmergencyRoutes
{
    /// <summary>Maps every part.</summary>
    public static void MapEmergencyBilling(this IEndpointRouteBuilder api)
    {
        ArgumentNullException.ThrowIfNull(api);
        api.MapTariffs();
        api.MapStatements();
        api.MapStays();
        api.MapStayReports();
        api.MapStayAlerts();
    }
}
