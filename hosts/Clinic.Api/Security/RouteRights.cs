using Clinic.Abstractions;
using Clinic.Api.Binding;
using Clinic.Dispensing.Rights;
using Clinic.EmergencyBilling.Rights;
using Clinic.Pharmacy.Rights;
using Clinic.Transcription.Rights;

namespace Clinic.Api.Security;

/// <summary>Maps routes together with the right they need, their name and their sentence.</summary>
public static class RouteRights
{
    /// <summary>A route that reads, for every signed-in person or only some roles.</summary>
    public static RouteHandlerBuilder Read(this IEndpointRouteBuilder routes, string pattern, string summary, Delegate handler, params Role[] roles) =>
        routes.MapGet(pattern, handler).AddEndpointFilter(PageMarks.FilterAsync).With(pattern, summary, "read", roles, changes: false);

    /// <summary>A route that changes something and asks for a right of the pharmacy.</summary>
    public static RouteHandlerBuilder Act(this IEndpointRouteBuilder routes, string pattern, string summary, PharmacyAct act, Delegate handler) =>
        routes.MapPost(pattern, handler).With(pattern, summary, act.ToString(), PharmacyRights.RolesFor(act), changes: true);

    /// <summary>A route that changes something and asks for one of several rights of the pharmacy.</summary>
    public static RouteHandlerBuilder Act(this IEndpointRouteBuilder routes, string pattern, string summary, PharmacyAct act, PharmacyAct or, Delegate handler) =>
        routes.MapPost(pattern, handler).With(pattern, summary, act.ToString(), [.. PharmacyRights.RolesFor(act).Union(PharmacyRights.RolesFor(or))], changes: true);

    /// <summary>A route that changes something and asks for a right of dispensing.</summary>
    public static RouteHandlerBuilder Act(this IEndpointRouteBuilder routes, string pattern, string summary, DispensingAct act, Delegate handler) =>
        routes.MapPost(pattern, handler).With(pattern, summary, act.ToString(), DispensingRights.RolesFor(act), changes: true);

    /// <summary>A route that changes something and asks for one of several rights of dispensing.</summary>
    public static RouteHandlerBuilder Act(this IEndpointRouteBuilder routes, string pattern, string summary, DispensingAct act, DispensingAct or, Delegate handler) =>
        routes.MapPost(pattern, handler).With(pattern, summary, act.ToString(), [.. DispensingRights.RolesFor(act).Union(DispensingRights.RolesFor(or))], changes: true);

    /// <summary>A route that changes something and asks for a right of emergency billing.</summary>
    public static RouteHandlerBuilder Act(this IEndpointRouteBuilder routes, string pattern, string summary, EmergencyAct act, Delegate handler) =>
        routes.MapPost(pattern, handler).With(pattern, summary, act.ToString(), EmergencyRights.RolesFor(act), changes: true);

    /// <summary>A route that changes something and asks for one of several rights of emergency billing.</summary>
    public static RouteHandlerBuilder Act(this IEndpointRouteBuilder routes, string pattern, string summary, EmergencyAct act, EmergencyAct or, Delegate handler) =>
        routes.MapPost(pattern, handler).With(pattern, summary, act.ToString(), [.. EmergencyRights.RolesFor(act).Union(EmergencyRights.RolesFor(or))], changes: true);

    /// <summary>A route that changes something and asks for a right of transcription.</summary>
    public static RouteHandlerBuilder Act(this IEndpointRouteBuilder routes, string pattern, string summary, TranscriptionAct act, Delegate handler) =>
        routes.MapPost(pattern, handler).With(pattern, summary, act.ToString(), TranscriptionRights.RolesFor(act), changes: true);

    /// <summary>A route that takes audio of a session at an offset, so that sent again it changes nothing.</summary>
    public static RouteHandlerBuilder Take(this IEndpointRouteBuilder routes, string pattern, string summary, TranscriptionAct act, Delegate handler) =>
        routes.MapPut(pattern, handler).With(pattern, summary, act.ToString(), TranscriptionRights.RolesFor(act), changes: true);

    /// <summary>A route that administers the clinic.</summary>
    public static RouteHandlerBuilder Administer(this IEndpointRouteBuilder routes, string pattern, string summary, Delegate handler) =>
        routes.MapPost(pattern, handler).With(pattern, summary, "administer", [Role.Administrator], changes: true);

    /// <summary>States what a mapped route is.</summary>
    public static RouteHandlerBuilder With(
        this RouteHandlerBuilder route, string pattern, string summary, string action, IReadOnlyList<Role> roles, bool changes)
    {
        // No person is a job: tokens never carry the role of the system.
        var people = roles.Where(r => r != Role.System).ToArray();
        route.WithSummary(summary).WithMetadata(new RouteRight(action, people, changes));
        return people.Length == 0
            ? route.RequireAuthorization()
            : route.RequireAuthorization(p => p.RequireAuthenticatedUser().RequireRole(people.Select(r => r.ToString())));
    }
}
