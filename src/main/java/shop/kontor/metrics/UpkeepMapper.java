package shop.kontor.metrics;

import org.apache.ibatis.annotations.Mapper;

/** Reads how many temporary rows there are, and how old they are. */
@Mapper
interface UpkeepMapper {

    Upkeep find(int mostKeys);
}
