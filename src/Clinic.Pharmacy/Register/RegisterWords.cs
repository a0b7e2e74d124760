using Clinic.Pharmacy.Medications;
using Clinic.Pharmacy.Stock;

namespace Clinic.Pharmacy.Register;

/// <summary>The words of the printed register.</summary>
internal static class RegisterWords
{
    public static string Of(MovementKind kind, bool isReversal, bool es)
    {
        var word = kind switch
        {
            MovementKind.OpeningBalance => es ? "Saldo inicial" : "Opening balance",
            MovementKind.Receipt => es ? "Recepción" : "Receipt",
            MovementKind.Issue => es ? "Entrega" : "Issue",
            MovementKind.Return => es ? "Devolución" : "Return",
            MovementKind.Transfer => es ? "Traslado" : "Transfer",
            MovementKind.Waste => es ? "Baja" : "Waste",
            MovementKind.Adjustment => es ? "Ajuste" : "Adjustment",
            MovementKind.Count => es ? "Conteo" : "Count",
            MovementKind.SupplierReturn => es ? "Devolución al proveedor" : "Supplier return",
            _ => kind.ToString(),
        };
        return isReversal ? $"{word} ({(es ? "corrección" : "correction")})" : word;
    }

    public static string Of(ControlledClass controlled, bool es) => controlled switch
    {
        ControlledClass.Narcotic => es ? "Estupefaciente" : "Narcotic",
        _ => es ? "Psicotrópico" : "Psychotropic",
    };
}
