namespace Clinic.Abstractions;

/// <summary>Spanish for words of the program that appear as facts in sentences; every package may use and extend them.</summary>
public static class ClinicWords
{
    /// <summary>Roles, credentials, attachments and places.</summary>
    public static IReadOnlyDictionary<string, string> Spanish { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Pharmacist"] = "farmacéutico",
        ["Auxiliary"] = "auxiliar",
        ["Nurse"] = "enfermería",
        ["Physician"] = "médico",
        ["Reception"] = "recepción",
        ["Cashier"] = "caja",
        ["Supervisor"] = "supervisión",
        ["Auditor"] = "auditoría",
        ["Administrator"] = "administración",
        ["Assistant"] = "asistente",
        ["System"] = "sistema",
        ["none"] = "ninguno",
        ["nothing"] = "nada",
        ["Password"] = "contraseña",
        ["Pin"] = "PIN",
        ["Badge"] = "credencial",
        ["password"] = "contraseña",
        ["pin"] = "PIN",
        ["badge"] = "credencial",
        ["Photo"] = "foto",
        ["DrawnSignature"] = "firma dibujada",
        ["Document"] = "documento",
        ["of no allowed type"] = "de un tipo no admitido",
        ["site"] = "sede",
        ["department"] = "departamento",
        ["location"] = "ubicación",
        ["person"] = "persona",
        ["patient"] = "paciente",
        ["consent"] = "consentimiento",
        ["store"] = "bodega",
        ["quarantine"] = "cuarentena",
        ["transit"] = "tránsito",
        ["Store"] = "bodega",
        ["Quarantine"] = "cuarentena",
        ["Transit"] = "tránsito",
    };
}
