using Clinic.Abstractions;

namespace Clinic.Api.Demo;

/// <summary>Somebody who exists in Development only.</summary>
/// <param name="SignIn">The name typed at sign-in.</param>
/// <param name="Name">The name for people.</param>
/// <param name="Role">The one role.</param>
/// <param name="Pin">The PIN for hand-overs and witnessing; null for who has no part in them.</param>
/// <param name="Badge">The badge number; null for who has no part in them.</param>
public sealed record DemoPerson(string SignIn, string Name, Role Role, string? Pin = null, string? Badge = null);
