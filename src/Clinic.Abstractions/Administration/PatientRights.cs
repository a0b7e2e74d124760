namespace Clinic.Abstractions.Administration;

/// <summary>Who may see and change patients; hosts repeat it per route, the domain decides.</summary>
public static class PatientRights
{
    /// <summary>Register and revise.</summary>
    public static IReadOnlyList<Role> Keepers { get; } = [Role.Reception, Role.Physician, Role.Nurse, Role.Pharmacist];

    /// <summary>Look up and read; not for administrators, who keep the installation and not the patients.</summary>
    public static IReadOnlyList<Role> Readers { get; } =
        [Role.Pharmacist, Role.Auxiliary, Role.Nurse, Role.Physician, Role.Reception, Role.Cashier, Role.Supervisor, Role.Auditor, Role.Assistant];
}
