using Clinic.EmergencyBilling.Alerts;
using Clinic.EmergencyBilling.Reports;
using Clinic.EmergencyBilling.Statements;
using Clinic.EmergencyBilling.Statements.Invoices;
using Clinic.EmergencyBilling.Stays;
using Clinic.EmergencyBilling.Tariffs;
using Clinic.Storage.Turso;
using Clinic.Storage.Turso.EmergencyBilling.Alerts;
using Clinic.Storage.Turso.EmergencyBilling.Reports;
using Clinic.Storage.Turso.EmergencyBilling.Statements;
using Clinic.Storage.Turso.EmergencyBilling.Stays;
using Clinic.Storage.Turso.EmergencyBilling.Tariffs;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps the data of emergency billing in the database.</summary>
public static class EmergencyTurso
{
    /// <summary>Enables the tables of emergency billing and registers its stores and the core ones; one database with the other domains.</summary>
    /// <remarks>Calling twice is safe. Stores hold no state, so each is a singleton.</remarks>
    public static EmergencyBillingBuilder UseTurso(this EmergencyBillingBuilder builder, Action<TursoOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddClinicTurso(configure);
        services.AddTursoSet(TariffsSet.Set);
        services.TryAddSingleton<ITariffStore, TursoTariffStore>();
        services.TryAddSingleton<IHolidayCalendarStore, TursoHolidayCalendarStore>();
        services.AddTursoSet(StatementsSet.Set);
        services.TryAddSingleton<IStatementStore, TursoStatementStore>();
        services.TryAddSingleton<IStayInvoiceStore, TursoStayInvoiceStore>();
        services.TryAddSingleton<IStayInvoiceNumberStore, TursoStayInvoiceNumberStore>();
        services.AddTursoSet(StaysSet.Set);
        services.TryAddSingleton<IStayStore, TursoStayStore>();
        services.TryAddSingleton<IOpenStays, TursoStayStore>();
        services.AddTursoSet(StayAlertsSet.Set);
        services.TryAddSingleton<IStayAlertStore, TursoStayAlertStore>();
        services.TryAddSingleton<IStayAlertRuleStore, TursoStayAlertRuleStore>();
        services.TryAddSingleton<IStayReportStore, TursoStayReportStore>();
        return builder;
    }
}
