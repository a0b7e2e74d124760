using Clinic.Abstractions;

namespace Clinic.Api.Security;

/// <summary>What a route is and who may call it; tests and the OpenAPI document read it.</summary>
/// <param name="Action">The permanent name of what is done, for the audit of refusals.</param>
/// <param name="Roles">The roles of which one is needed; empty for every signed-in person.</param>
/// <param name="Changes">Whether the route changes anything.</param>
public sealed record RouteRight(string Action, IReadOnlyList<Role> Roles, bool Changes);
