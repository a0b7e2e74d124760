using Clinic.Dispensing.Checklists;
using Clinic.Dispensing.Dispensations;
using Clinic.Dispensing.Patterns;
using Clinic.Dispensing.Tickets;
using Clinic.Dispensing.Usage;
using Clinic.Dispensing.Wasting;
using Clinic.Storage.Turso;
using Clinic.Storage.Turso.Dispensing;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps the data of dispensing in the database.</summary>
public static class DispensingTurso
{
    /// <summary>Enables the tables of dispensing and registers its stores and the core ones; one database with the pharmacy's.</summary>
    /// <remarks>Calling twice is safe. Stores hold no state, so each is a singleton.</remarks>
    public static DispensingBuilder UseTurso(this DispensingBuilder builder, Action<TursoOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddClinicTurso(configure);
        services.AddTursoSet(DispensingSet.Set);
        services.TryAddSingleton<IDispensationStore, TursoDispensationStore>();
        services.TryAddSingleton<ITicketStore, TursoTicketStore>();
        services.TryAddSingleton<IDoseStore, TursoDoseStore>();
        services.TryAddSingleton<IWasteStore, TursoWasteStore>();
        services.TryAddSingleton<ILossRowStore, TursoLossRowStore>();
        services.TryAddSingleton<IChecklistStore, TursoChecklistStore>();
        return builder;
    }
}
