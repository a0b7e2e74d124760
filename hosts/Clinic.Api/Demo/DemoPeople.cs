using Clinic.Abstractions;

namespace Clinic.Api.Demo;

/// <summary>People that exist in Development only, all with one known password.</summary>
public static class DemoPeople
{
    /// <summary>The password of all of them; no secret, and never set outside Development.</summary>
    public const string Password = "demo-2026-sala";

    /// <summary>One person per role, named like the role.</summary>
    public static IReadOnlyList<(string SignIn, string Name, Role Role)> All { get; } =
    [
        ("administrator", "Alba Andrade", Role.Administrator),
        ("pharmacist", "Fabiola Flores", Role.Pharmacist),
        ("auxiliary", "Andrés Arias", Role.Auxiliary),
        ("nurse", "Elena Espinosa", Role.Nurse),
        ("physician", "Mateo Mora", Role.Physician),
        ("reception", "Rosa Rivas", Role.Reception),
        ("cashier", "Carlos Cueva", Role.Cashier),
        ("supervisor", "Sofía Salas", Role.Supervisor),
        ("auditor", "Álvaro Aguirre", Role.Auditor),
    ];
}
