using System.Data;

namespace Clinic.Storage.Turso;

/// <summary>What must hold before a command or batch runs.</summary>
internal static class CommandCheck
{
    public static TursoConnection Open(TursoConnection? connection, string what) =>
        connection is null ? throw new InvalidOperationException($"{what} needs a connection; set Connection.")
        : connection.State == ConnectionState.Open ? connection
        : throw new InvalidOperationException($"{what} needs an open connection; call Open first.");

    public static void Transaction(TursoConnection connection, TursoTransaction? transaction)
    {
        var open = connection.Transaction;
        if (transaction is null)
        {
            if (open is null) return;
            open.RequireOpen();
            throw new InvalidOperationException("The connection has a transaction open; set the Transaction of the command to it.");
        }

        // One that is over says itself why.
        if (!ReferenceEquals(transaction, open)) transaction.RequireOpen();
        if (!ReferenceEquals(transaction, open)) throw new InvalidOperationException("The transaction belongs to another connection.");
        transaction.RequireOpen();
    }
}
