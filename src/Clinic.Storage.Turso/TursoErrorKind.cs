namespace Clinic.Storage.Turso;

/// <summary>What an error of the database means, the same for a file and for a server.</summary>
public enum TursoErrorKind
{
    /// <summary>None of the others; the message says what is known.</summary>
    Other,

    /// <summary>A unique or primary key is taken.</summary>
    Unique,

    /// <summary>A row names another that does not exist, or is named by one.</summary>
    ForeignKey,

    /// <summary>A CHECK of the table refused the row.</summary>
    Check,

    /// <summary>A column that needs a value was given none.</summary>
    NotNull,

    /// <summary>A trigger refused the change.</summary>
    Trigger,

    /// <summary>Somebody else writes; the same call may succeed later.</summary>
    Busy,

    /// <summary>The call took longer than its time-out and was stopped.</summary>
    Timeout,

    /// <summary>The server does not accept the token: missing, garbled, expired or of another key.</summary>
    Authentication,

    /// <summary>The token is known and may not do this, such as writing with a read-only one.</summary>
    Forbidden,

    /// <summary>The server has no such database or namespace, or the token is for another.</summary>
    NotFound,

    /// <summary>Whoever runs the server has blocked reads or writes.</summary>
    Blocked,

    /// <summary>The transaction had ended before the call; nothing of it was kept.</summary>
    LostTransaction,

    /// <summary>A value, a statement or an answer is larger than allowed.</summary>
    TooBig,

    /// <summary>The answer to a write was lost: it was done, or not; ask before repeating it.</summary>
    UnknownOutcome,

    /// <summary>The server has no room for another call now.</summary>
    TooManyRequests,

    /// <summary>No connection to the server; nothing was done.</summary>
    Unreachable,

    /// <summary>What answered is no libSQL server, or not one that this package can use.</summary>
    Protocol,

    /// <summary>The file is no database, is encrypted, or belongs to somebody else.</summary>
    NotADatabase,

    /// <summary>The file or its directory cannot be written.</summary>
    ReadOnly,

    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>The database is damaged.</summary>
    Corrupt,

    /// <summary>The statement is wrong: its syntax, its names or its parameters.</summary>
    Statement,
}
