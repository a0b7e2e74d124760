using Clinic.Abstractions;

namespace Clinic.Pharmacy;

public static partial class PharmacyRules
{
    // Statuses, triggers, acts and kinds as people read them in Spanish.
    private static Dictionary<string, string> SpanishWords() => new(ClinicWords.Spanish, StringComparer.Ordinal)
    {
        ["Approved"] = "aprobado",
        ["OnHold"] = "retenido",
        ["Quarantined"] = "en cuarentena",
        ["Recalled"] = "retirado del mercado",
        ["Damaged"] = "dañado",
        ["Hold"] = "retener",
        ["Quarantine"] = "poner en cuarentena",
        ["Approve"] = "aprobar",
        ["Recall"] = "retirar del mercado",
        ["Damage"] = "dar por dañado",
        ["Active"] = "activa",
        ["Consumed"] = "consumida",
        ["Released"] = "liberada",
        ["Expired"] = "vencida",
        ["InTransit"] = "en tránsito",
        ["Completed"] = "completado",
        ["Reversed"] = "revertido",
        ["medication"] = "medicamento",
        ["presentation"] = "presentación",
        ["lot"] = "lote",
        ["ManageCatalogue"] = "administrar el catálogo",
        ["Import"] = "importar",
        ["Receive"] = "recibir",
        ["Reserve"] = "reservar",
        ["Issue"] = "entregar",
        ["Return"] = "devolver",
        ["Transfer"] = "trasladar",
        ["Waste"] = "dar de baja",
        ["Adjust"] = "ajustar",
        ["Count"] = "contar",
        ["Reverse"] = "revertir",
        ["BlockLot"] = "bloquear un lote",
        ["ApproveLot"] = "aprobar un lote",
        ["ApproveCount"] = "aprobar un conteo",
        ["FollowRecall"] = "dar seguimiento a un retiro",
        ["ReturnToSupplier"] = "devolver al proveedor",
        ["ReadRegister"] = "leer el registro de controlados",
        ["Counting"] = "en conteo",
        ["Recounting"] = "en reconteo",
        ["InReview"] = "en revisión",
        ["Start"] = "iniciar",
        ["AskRecount"] = "pedir reconteo",
        ["Review"] = "pasar a revisión",
        ["count session"] = "sesión de conteo",
    };
}
