namespace Clinic.EmergencyBilling.Rights;

/// <summary>What somebody may do in emergency billing.</summary>
public enum EmergencyAct
{
    /// <summary>Reads tariffs, calendars and their history.</summary>
    ReadTariffs,

    /// <summary>Writes drafts of tariffs, and holiday calendars.</summary>
    WriteTariffs,

    /// <summary>Puts a version of a tariff in force.</summary>
    PublishTariffs,
}
