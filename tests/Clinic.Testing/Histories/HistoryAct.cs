namespace Clinic.Testing.Histories;

/// <summary>What a step of a random history tries.</summary>
public enum HistoryAct
{
    Receive,
    Issue,
    IssueLot,
    IssueReserved,
    Return,
    Waste,
    Adjust,
    Count,
    Dispatch,
    Arrive,
    WriteOff,
    Move,
    Reserve,
    Release,
    Expire,
    Reverse,
    Recall,
    ChangeStatus,
    Wait,
    Repeat,
}
