using Clinic.Abstractions;

namespace Clinic.Api.Demo;

/// <summary>People that exist in Development only, all with one known password, and with known PINs and badges.</summary>
public static class DemoPeople
{
    /// <summary>The password of all of them; no secret, and never set outside Development.</summary>
    public const string Password = "demo-2026-sala";

    /// <summary>One person per role, named like the role, and those whom a controlled medicine needs besides.</summary>
    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("administrator", "Alba Andrade", Role.Administrator),
        new("pharmacist", "Fabiola Flores", Role.Pharmacist, "280641", "DEMO-FARM-0001"),
        new("auxiliary", "Andrés Arias", Role.Auxiliary, "390752", "DEMO-AUX-0001"),
        new("nurse", "Elena Espinosa", Role.Nurse, "410863", "DEMO-ENF-0001"),
        new("physician", "Mateo Mora", Role.Physician, "520974", "DEMO-MED-0001"),
        new("assistant", "Inés Ibarra", Role.Assistant),
        new("reception", "Rosa Rivas", Role.Reception),
        new("cashier", "Carlos Cueva", Role.Cashier),
        new("supervisor", "Sofía Salas", Role.Supervisor, "630185", "DEMO-SUP-0001"),
        new("auditor", "Álvaro Aguirre", Role.Auditor),
        new("pharmacist-2", "Pablo Paredes", Role.Pharmacist, "281742", "DEMO-FARM-0002"),
        new("nurse-2", "Nuria Navas", Role.Nurse, "411964", "DEMO-ENF-0002"),
        new("physician-2", "Marta Medina", Role.Physician, "521075", "DEMO-MED-0002"),
        new("supervisor-2", "Saúl Suárez", Role.Supervisor, "631286", "DEMO-SUP-0002"),
    ];

    /// <summary>The person of a sign-in name.</summary>
    public static DemoPerson Of(string signIn) => All.First(p => p.SignIn == signIn);
}
