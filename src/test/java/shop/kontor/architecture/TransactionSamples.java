package shop.kontor.architecture;

import java.util.stream.Stream;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import shop.kontor.database.RetryingTransaction;

/** Methods that begin transactions and write rows, rightly and wrongly. */
class TransactionSamples {

    static class Lamps {

        LampMapper lamps;
        Bulb bulb;

        void read() {
            lamps.find(1);
        }

        void writeByItself() {
            lamps.insert();
        }

        @RetryingTransaction
        void write() {
            part();
        }

        private void part() {
            lamps.insert();
        }

        private void change() {
            lamps.update();
        }

        void changeByItself() {
            change();
        }

        @RetryingTransaction
        void beginOneMore() {
            Stream.of(1).forEach(one -> write());
        }

        void beginTwice() {
            write();
            beginOneMore();
        }

        void beginOnce() {
            write();
        }

        @Transactional(propagation = Propagation.MANDATORY)
        void takePart() {
            bulb.replace();
        }
    }

    interface LampMapper {

        void find(long id);

        void insert();

        void update();
    }

    interface Bulb {

        void replace();
    }

    static class Bulbs implements Bulb {

        @Override
        @RetryingTransaction
        public void replace() {}
    }
}
