using Clinic.Abstractions;

namespace Clinic.Testing.Wards;

/// <summary>Somebody of the test clinic, with a PIN and a badge of their own.</summary>
public sealed record Staff(int Number, string Name, Role Role, int Department)
{
    public PersonId Id { get; } = WardWorld.Id<PersonId>(Number);

    public string Pin { get; } = $"73{Number:D4}82{Number:D4}";

    public string Badge { get; } = $"BADGE-{Number:D4}";

    public Actor Actor => new(Id, [Role], [WardWorld.Id<DepartmentId>(Department)]);
}

/// <summary>The people of the test clinic.</summary>
public static class WardPeople
{
    public const int Pharmacy = 1;
    public const int Emergency = 2;
    public const int Floor = 3;

    public static Staff Nurse { get; } = new(11, "Ana Núñez", Role.Nurse, Emergency);

    public static Staff SecondNurse { get; } = new(12, "Beatriz Peña", Role.Nurse, Emergency);

    public static Staff ThirdNurse { get; } = new(13, "Carla Ibáñez", Role.Nurse, Emergency);

    public static Staff FloorNurse { get; } = new(14, "Diana Muñoz", Role.Nurse, Floor);

    public static Staff Physician { get; } = new(21, "Eva Cárdenas", Role.Physician, Emergency);

    public static Staff SecondPhysician { get; } = new(22, "Fabián Ordóñez", Role.Physician, Emergency);

    public static Staff Pharmacist { get; } = new(31, "Gina Yépez", Role.Pharmacist, Pharmacy);

    public static Staff SecondPharmacist { get; } = new(32, "Hugo Ávila", Role.Pharmacist, Pharmacy);

    public static Staff ThirdPharmacist { get; } = new(33, "Inés Béjar", Role.Pharmacist, Pharmacy);

    public static Staff Auxiliary { get; } = new(34, "Jaime Íñiguez", Role.Auxiliary, Pharmacy);

    public static Staff Supervisor { get; } = new(41, "Karla Élez", Role.Supervisor, Pharmacy);

    public static Staff SecondSupervisor { get; } = new(42, "Luis Óscar", Role.Supervisor, Emergency);

    public static Staff Auditor { get; } = new(51, "Marta Ruiz", Role.Auditor, Pharmacy);

    public static Staff Cashier { get; } = new(61, "Nadia Soto", Role.Cashier, Emergency);

    public static Staff Administrator { get; } = new(71, "Omar Paz", Role.Administrator, Pharmacy);

    public static IReadOnlyList<Staff> All { get; } =
    [
        Nurse, SecondNurse, ThirdNurse, FloorNurse, Physician, SecondPhysician, Pharmacist, SecondPharmacist, ThirdPharmacist, Auxiliary, Supervisor,
        SecondSupervisor, Auditor, Cashier, Administrator,
    ];
}
