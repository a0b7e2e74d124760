namespace Clinic.Abstractions;

/// <summary>What a person may be in the clinic; one person may have several.</summary>
public enum Role
{
    /// <summary>Answers for medicines: catalogue, receipts, recalls, closings.</summary>
    Pharmacist,

    /// <summary>Helps in the pharmacy under a pharmacist (auxiliar de farmacia).</summary>
    Auxiliary,

    /// <summary>Gives medicines and records doses.</summary>
    Nurse,

    /// <summary>Prescribes, authorises and signs.</summary>
    Physician,

    /// <summary>Admits patients and starts stays.</summary>
    Reception,

    /// <summary>Charges, invoices and closes the till.</summary>
    Cashier,

    /// <summary>Approves exceptions and looks into differences.</summary>
    Supervisor,

    /// <summary>Reads everything and changes nothing.</summary>
    Auditor,

    /// <summary>Administers people, places and settings; not medicines.</summary>
    Administrator,

    /// <summary>Helps a physician with reports; never signs (asistente).</summary>
    Assistant,

    /// <summary>A job that acts for the clinic; never a person.</summary>
    System,
}
